namespace Ashlar.Bench;

/// <summary>Object ids that tell the kind and the number.</summary>
internal static class Ids
{
    public static string User(int number) => Of(0x10, number);

    public static string Group(int number) => Of(0x11, number);

    public static string Application(int number) => Of(0x12, number);

    public static string Client(int number) => Of(0x13, number);

    public static string ServicePrincipal(int number) => Of(0x14, number);

    public static string Foreign(int number) => Of(0x15, number);

    public static string Deleted(int number) => Of(0x16, number);

    public static string Unit(int number) => Of(0x17, number);

    /// <summary>Identity that Azure makes with resource <paramref name="number"/>.</summary>
    public static string SystemAssigned(int number) => Of(3, number);

    public static string UserAssigned(int number) => Of(4, number);

    public static string Of(int kind, long number) => $"be0c{kind:x4}-0000-4000-8000-{number:d12}";
}
