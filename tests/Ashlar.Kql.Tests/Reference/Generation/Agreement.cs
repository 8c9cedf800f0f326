namespace Ashlar.Kql.Tests.Reference;

/// <summary>Runs a case on both sides and says where they part.</summary>
internal static class Agreement
{
    /// <summary>Null where both agree; <see cref="Undocumented"/> where there is nothing to agree with.</summary>
    public static string? Difference(Engine engine, Case test)
    {
        var expected = test.Expected();
        var (actual, problem) = engine.Run(test.Text, test.World);
        if (actual is null)
            return "does not compile: " + problem;
        var (wanted, got) = (Schema(expected), Schema(actual));
        if (wanted != got)
            return $"columns: expected {wanted}, got {got}";
        var wantedRows = Rows(expected, expected.Ordered);
        var gotRows = Rows(actual, expected.Ordered);
        return wantedRows.SequenceEqual(gotRows) ? null
            : $"rows: expected\n  {string.Join("\n  ", wantedRows)}\ngot\n  {string.Join("\n  ", gotRows)}";
    }

    /// <summary>The smallest case found that still fails in the same way.</summary>
    public static (Case Case, string Difference) Shrink(Engine engine, Case failing, string difference)
    {
        var kind = Kind(difference);
        var tries = 0;
        bool Fails(Case test, out string found)
        {
            found = "";
            if (++tries > 1500)
                return false;
            try
            {
                found = Difference(engine, test) ?? "";
                return found.Length > 0 && Kind(found) == kind;
            }
            catch (KqlRunException wrong)
            {
                found = "run: " + wrong.Message + " " + wrong.InnerException?.Message;
                return kind == "run";
            }
            catch (Exception notACase) when (notACase is Undocumented or KeyNotFoundException)
            {
                return false;
            }
        }

        for (var again = true; again;)
        {
            again = false;
            foreach (var smaller in failing.Smaller())
            {
                if (smaller.Text.Length < failing.Text.Length && Fails(smaller, out var found))
                {
                    (failing, difference, again) = (smaller, found, true);
                    break;
                }
            }

            again |= TakeRows(failing, test => Fails(test, out difference) ? difference : null, ref difference);
        }

        return (failing, difference);
    }

    public static string Describe(Case test, string difference) =>
        test.Text + "\n" + string.Join("\n", test.World.Tables.Where(t => test.Text.Contains(t.Key)).Select(t =>
            t.Key + Schema(t.Value) + "\n  " + string.Join("\n  ", Rows(t.Value, true)))) + "\n" + difference;

    private static bool TakeRows(Case failing, Func<Case, string?> fails, ref string difference)
    {
        var taken = false;
        foreach (var name in failing.World.Tables.Keys.ToList())
        {
            for (var i = failing.World.Tables[name].Rows.Count - 1; i >= 0; i--)
            {
                var before = failing.World.Tables[name];
                failing.World.Tables[name] = before with { Rows = [.. before.Rows.Where((_, at) => at != i)] };
                var last = difference;
                if (fails(failing) is { } found)
                {
                    difference = found;
                    taken = true;
                }
                else
                {
                    difference = last;
                    failing.World.Tables[name] = before;
                }
            }
        }

        return taken;
    }

    private static string Kind(string difference) => difference.StartsWith("does not compile", StringComparison.Ordinal)
        ? difference[..Math.Min(difference.Length, 40)] : difference.Split(':')[0];

    private static string Schema(Table table) => "(" + string.Join(", ", table.Columns.Select(c => c.Name + ":" + Literals.Name(c.Type))) + ")";

    private static List<string> Rows(Table table, bool ordered)
    {
        var rows = table.Rows.Select(r => string.Join(" | ", r.Select(Cells.Near)));
        return ordered ? [.. rows] : [.. rows.Order(StringComparer.Ordinal)];
    }
}
