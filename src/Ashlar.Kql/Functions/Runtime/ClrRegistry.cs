using Ashlar.Kql.Execution;
using DuckDB.NET.Data;
using DuckDB.NET.Data.DataChunk.Reader;
using DuckDB.NET.Data.DataChunk.Writer;

namespace Ashlar.Kql.Functions.Runtime;

/// <summary>Hands C# functions to DuckDB. Null in, null out; a function that returns null gives null.</summary>
internal sealed class ClrRegistry(DuckDBConnection connection, RunClock clock)
{
    /// <summary>Without HandlesNulls DuckDB infers that a result is never null where no argument is, and folds IS NULL and coalesce away.</summary>
    private static readonly ScalarFunctionOptions Pure = new() { IsPureFunction = true, HandlesNulls = true };

    public static void RegisterAll(DuckDBConnection connection, RunClock clock)
    {
        var registry = new ClrRegistry(connection, clock);
        TextRuntime.Register(registry);
        PatternRuntime.Register(registry);
        ConversionRuntime.Register(registry);
        DateTimeRuntime.Register(registry);
        JsonRuntime.Register(registry);
        ArrayRuntime.Register(registry);
        BagRuntime.Register(registry);
        ParsingRuntime.Register(registry);
        MathRuntime.Register(registry);
        SeriesRuntime.Register(registry);
        NetworkRuntime.Register(registry);
        HashRuntime.Register(registry);
    }

    public void Text<T1>(string name, Func<T1, string?> function) =>
        connection.RegisterScalarFunction<T1, string>(name, (a, w, n) => Rows(a, w, n, (i) => function(a[0].GetValue<T1>(i))), Pure);

    public void Text<T1, T2>(string name, Func<T1, T2, string?> function) =>
        connection.RegisterScalarFunction<T1, T2, string>(name, (a, w, n) => Rows(a, w, n, (i) => function(a[0].GetValue<T1>(i), a[1].GetValue<T2>(i))), Pure);

    public void Text<T1, T2, T3>(string name, Func<T1, T2, T3, string?> function) =>
        connection.RegisterScalarFunction<T1, T2, T3, string>(name, (a, w, n) => Rows(a, w, n, (i) => function(a[0].GetValue<T1>(i), a[1].GetValue<T2>(i), a[2].GetValue<T3>(i))), Pure);

    public void Text<T1, T2, T3, T4>(string name, Func<T1, T2, T3, T4, string?> function) =>
        connection.RegisterScalarFunction<T1, T2, T3, T4, string>(name, (a, w, n) => Rows(a, w, n, (i) => function(a[0].GetValue<T1>(i), a[1].GetValue<T2>(i), a[2].GetValue<T3>(i), a[3].GetValue<T4>(i))), Pure);

    public void Value<T1, TResult>(string name, Func<T1, TResult?> function)
        where TResult : struct =>
        connection.RegisterScalarFunction<T1, TResult>(name, (a, w, n) => Rows(a, w, n, (i) => function(a[0].GetValue<T1>(i))), Pure);

    public void Value<T1, T2, TResult>(string name, Func<T1, T2, TResult?> function)
        where TResult : struct =>
        connection.RegisterScalarFunction<T1, T2, TResult>(name, (a, w, n) => Rows(a, w, n, (i) => function(a[0].GetValue<T1>(i), a[1].GetValue<T2>(i))), Pure);

    public void Value<T1, T2, T3, TResult>(string name, Func<T1, T2, T3, TResult?> function)
        where TResult : struct =>
        connection.RegisterScalarFunction<T1, T2, T3, TResult>(name, (a, w, n) => Rows(a, w, n, (i) => function(a[0].GetValue<T1>(i), a[1].GetValue<T2>(i), a[2].GetValue<T3>(i))), Pure);

    public void Value<T1, T2, T3, T4, TResult>(string name, Func<T1, T2, T3, T4, TResult?> function)
        where TResult : struct =>
        connection.RegisterScalarFunction<T1, T2, T3, T4, TResult>(name, (a, w, n) => Rows(a, w, n, (i) => function(a[0].GetValue<T1>(i), a[1].GetValue<T2>(i), a[2].GetValue<T3>(i), a[3].GetValue<T4>(i))), Pure);

    private static bool Present(IReadOnlyList<IDuckDBDataReader> arguments, ulong row)
    {
        for (var i = 0; i < arguments.Count; i++)
            if (!arguments[i].IsValid(row))
                return false;
        return true;
    }

    private void Rows(IReadOnlyList<IDuckDBDataReader> arguments, IDuckDBDataWriter writer, ulong count, Func<ulong, string?> function)
    {
        clock.Take();
        for (ulong row = 0; row < count; row++)
        {
            RunClock.Check();
            var result = Present(arguments, row) ? function(row) : null;
            if (result is null)
                writer.WriteNull(row);
            else
                writer.WriteValue(result, row);
        }
    }

    private void Rows<TResult>(IReadOnlyList<IDuckDBDataReader> arguments, IDuckDBDataWriter writer, ulong count, Func<ulong, TResult?> function)
        where TResult : struct
    {
        clock.Take();
        for (ulong row = 0; row < count; row++)
        {
            RunClock.Check();
            var result = Present(arguments, row) ? function(row) : null;
            if (result is { } value)
                writer.WriteValue(value, row);
            else
                writer.WriteNull(row);
        }
    }
}
