using Ashlar.Sources.Exports.Files;

namespace Ashlar.Sources.Exports;

/// <summary>What is known of the file being read.</summary>
internal sealed class FileContext(InputFile file, DataSetEntry? dataSet)
{
    private const int TypesKept = 100;
    private readonly HashSet<string> _dataSets = new(StringComparer.Ordinal);

    public InputFile File { get; } = file;

    /// <summary>What the manifest says of the file; null when it says nothing.</summary>
    public DataSetEntry? DataSet { get; } = dataSet;

    /// <summary>Simple properties of what holds the items.</summary>
    public IReadOnlyDictionary<string, string> Holder { get; set; } = new Dictionary<string, string>();

    public long Rows { get; private set; }

    public long NotResources { get; set; }

    /// <summary>Rows of resources that came without properties.</summary>
    public long WithoutBody { get; set; }

    /// <summary>True for a template, which leaves to Azure's defaults what it does not say. Azure itself reports no resource with nothing in its properties.</summary>
    public bool EmptyIsBody { get; set; }

    /// <summary>False once something of it could not be read.</summary>
    public bool Whole { get; set; } = true;

    /// <summary><c>table/type</c> of the rows so far.</summary>
    public IReadOnlyCollection<string> DataSets => _dataSets;

    public void Saw(string table, string type)
    {
        Rows++;
        if (_dataSets.Count < TypesKept)
        {
            _dataSets.Add(type.Length == 0 ? table : table + "/" + type);
        }
    }
}
