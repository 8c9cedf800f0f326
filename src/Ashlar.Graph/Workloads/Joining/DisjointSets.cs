namespace Ashlar.Graph.Workloads.Joining;

/// <summary>Union-find; a set is known by its smallest element.</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parent;

    public DisjointSets(int count) => _parent = [.. Enumerable.Range(0, count)];

    public int Of(int element)
    {
        while (_parent[element] != element)
        {
            _parent[element] = _parent[_parent[element]];
            element = _parent[element];
        }

        return element;
    }

    public void Join(int left, int right)
    {
        var (first, second) = (Of(left), Of(right));
        if (first < second)
            _parent[second] = first;
        else
            _parent[first] = second;
    }
}
