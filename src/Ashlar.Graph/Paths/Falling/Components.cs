using Ashlar.Graph.Paths.Building;

namespace Ashlar.Graph.Paths.Falling;

/// <summary>Nodes that all lead to one another (Tarjan 1972): what follows from one follows from each.</summary>
internal static class Components
{
    /// <returns>Of each node the number of its component.</returns>
    public static int[] Of(AttackGraph graph)
    {
        var count = graph.Nodes.Count;
        var (index, low, of) = (new int[count], new int[count], new int[count]);
        var at = new int[count];
        Array.Fill(of, -1);
        var (open, path) = (new Stack<int>(), new Stack<int>());
        var (next, components) = (1, 0);
        for (var root = 0; root < count; root++)
        {
            if (index[root] != 0)
                continue;
            Enter(root);
            while (path.TryPeek(out var node))
            {
                if (at[node] < graph.From(node).End)
                {
                    var to = graph.Arcs[at[node]++].To;
                    if (index[to] == 0)
                        Enter(to);
                    else if (of[to] < 0)
                        low[node] = Math.Min(low[node], index[to]);
                    continue;
                }

                path.Pop();
                if (path.TryPeek(out var above))
                    low[above] = Math.Min(low[above], low[node]);
                if (low[node] != index[node])
                    continue;
                int member;
                do
                {
                    member = open.Pop();
                    of[member] = components;
                }
                while (member != node);
                components++;
            }
        }

        return of;

        void Enter(int node)
        {
            index[node] = low[node] = next++;
            at[node] = graph.From(node).First;
            open.Push(node);
            path.Push(node);
        }
    }
}
