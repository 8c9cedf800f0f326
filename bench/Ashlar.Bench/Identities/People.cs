namespace Ashlar.Bench.Identities;

/// <summary>Members and guests.</summary>
internal sealed class People(TenantSize size)
{
    private const int GuestPercent = 8;
    private static readonly string[] Departments = ["AI Platform", "Claims", "Data", "Finance", "IT Operations", "Legal", "Marketing", "Sales"];

    public bool IsGuest(int number) => Of(number).Next(100) < GuestPercent;

    public static string Department(int number) => Departments[number % Departments.Length];

    public void Write(ExportFolder folder)
    {
        using var rows = folder.Entra("Users");
        for (var number = 0; number < size.Users; number++)
        {
            var dice = Of(number);
            var guest = dice.Next(100) < GuestPercent;
            var name = guest ? $"person{number:d7}_partner.example#EXT#@bench.example" : $"person{number:d7}@bench.example";
            var enabled = dice.Next(100) >= 5;
            var created = 100 + dice.Next(2000);
            var signIn = SignIn(ref dice, created);
            rows.WriteLine(
                $$"""
                {"id":"{{Ids.User(number)}}","displayName":"Person {{number:d7}}","userPrincipalName":"{{name}}","mail":"person{{number:d7}}@{{(guest ? "partner" : "bench")}}.example","userType":"{{(guest ? "Guest" : "Member")}}","accountEnabled":{{(enabled ? "true" : "false")}},"createdDateTime":"{{Time.Ago(created)}}","onPremisesSyncEnabled":{{(guest ? "null" : "true")}},"externalUserState":{{(guest ? dice.Either("\"Accepted\"", "\"PendingAcceptance\"") : "null")}},"jobTitle":"Specialist","department":"{{Department(number)}}","signInActivity":{{signIn}}}
                """);
        }
    }

    private static string SignIn(ref Dice dice, int created)
    {
        var days = dice.Next(100) switch { < 6 => -1, < 75 => dice.Next(14), < 92 => dice.Next(90), _ => dice.Next(created) };
        return days < 0 ? "null" : $$"""{"lastSignInDateTime":"{{Time.Ago(days)}}","lastNonInteractiveSignInDateTime":"{{Time.Ago(days / 2)}}","lastSuccessfulSignInDateTime":"{{Time.Ago(days / 2)}}"}""";
    }

    private Dice Of(int number) => Dice.For(size.Seed, Draw.User, number);
}
