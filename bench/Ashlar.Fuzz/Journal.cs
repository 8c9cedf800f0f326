using System.IO.MemoryMappedFiles;
using System.Text;

namespace Ashlar.Kql.Tests.Fuzz;

/// <summary>The query at hand, in a mapped file: it outlives a process that a stack overflow ends.</summary>
internal sealed class Journal : IDisposable
{
    private const int Room = 64 * 1024;
    private readonly string _path;
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte[] _buffer = new byte[Room];

    public Journal(string path)
    {
        _path = path;
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Create, null, Room);
        _view = _file.CreateViewAccessor();
    }

    public void Note(int number, string query)
    {
        var text = number + "\n" + (query.Length > 4_000 ? query[..4_000] + "\n... (" + query.Length + ")" : query) + "\n";
        var length = Encoding.UTF8.GetBytes(text, 0, text.Length, _buffer, 0);
        _buffer[length] = 0;
        _view.WriteArray(0, _buffer, 0, length + 1);
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
        File.Delete(_path);
    }
}
