using Ashlar.Graph.Paths.Building;
using Ashlar.Graph.Paths.Reading;
using Ashlar.Graph.Paths.Starting;
using Ashlar.Model;

namespace Ashlar.Graph.Paths.Telling;

/// <summary>A step in one sentence.</summary>
internal sealed class Sentences(Terrain terrain)
{
    public string Of(Arc arc, Standing from, Place? place, Person? person, string capability)
    {
        var to = place?.Name ?? (person is null ? "" : PeopleStarts.Shown(person));
        return arc.Kind switch
        {
            ArcKind.Capability => Capability(capability, from.Name, to),
            ArcKind.ReadKey => $"{from.Name} reads or renews a key of {to}.",
            ArcKind.UseKey => $"The key of {to} opens it, without a name: {Gives(capability)}.",
            ArcKind.GiveAccess => $"{from.Name}, who gives access to {to}, gives it to himself: {Gives(capability)}.",
            ArcKind.ActAs => $"What runs on {from.Name} gets tokens of {to}.",
            ArcKind.Federate => $"A token of the cluster {from.Name} is traded for one of {to}.",
            ArcKind.Connect => $"From {from.Name}, inside the network, {to} can be reached.",
            ArcKind.FindKey => $"{from.Name} holds the key of {to} in a connection or setting.",
            ArcKind.Spread => $"What lies in {from.Name} comes into {to}.",
            ArcKind.Steer => $"{to} reads what was put into {from.Name}, and takes it for true or for orders.",
            ArcKind.Prompt => $"{to} is prompted to do what it should not; whether it obeys no setting decides.",
            ArcKind.Front when terrain.OpenDoors.All[arc.Reference] is var open => $"{ResourceIds.Name(open.DoorId)} faces the outside and hands prompts on to {to}.",
            ArcKind.Ask => $"The model retrieves from {to} and can be made to tell what it found.",
            ArcKind.CallTool => $"The model calls {to} as its tool, with rights that the attacker has not.",
            ArcKind.Pull => $"{to} runs the image that was pushed, when it pulls it next.",
            ArcKind.Rule0 => $"{to} controls the tenant or a whole subscription.",
            _ => $"{to} asks nobody who he is: {Gives(capability.Length > 0 ? capability : terrain.OpenDoors.All[arc.Reference].Capability)}.",
        };
    }

    private static string Capability(string capability, string who, string what) => capability switch
    {
        "add-members" => $"{who} puts anybody into {what}.",
        "blind-logs" => $"{who} stops or redirects the logs of {what}.",
        "change-filter" => $"{who} loosens the content filter of {what}.",
        "change-gateway" => $"{who} rewrites what the gateway {what} does to each call.",
        "change-network" => $"{who} opens the network of {what}.",
        "fine-tune" => $"{who} trains or fine-tunes a model in {what}.",
        "grant-access" => $"{who} gives access to {what} to whom he likes.",
        "grant-directory-role" => $"{who} makes {what} an administrator of the directory.",
        "invoke" => $"{who} calls the model of {what}.",
        "manage" => $"{who} changes {what} as he likes.",
        "poison" => $"{who} writes what a model learns from or retrieves out of {what}.",
        "push-images" => $"{who} pushes images to {what}.",
        "read-connections" => $"{who} reads the credentials that the connections of {what} hold.",
        "read-data" => $"{who} reads the data of {what}.",
        "read-prompts" => $"{who} reads prompts and answers in {what}.",
        "read-secrets" => $"{who} reads the secrets of {what}.",
        "reset-password" => $"{who} resets the password of {what}.",
        "run-code" => $"{who} runs code of his own on {what}.",
        "take-identity" => $"{who} acts as {what}.",
        "write-data" => $"{who} writes the data of {what}.",
        _ => $"{who} can {capability} {what}.",
    };

    private static string Gives(string capability) => capability switch
    {
        "invoke" => "the model is called",
        "read-data" => "the data is read",
        "write-data" => "the data is written",
        "poison" => "what a model retrieves or learns from is written",
        "read-prompts" => "prompts and answers are read",
        "read-secrets" => "secrets are read",
        "fine-tune" => "models are trained",
        "run-code" => "code runs there",
        "push-images" => "images are pushed",
        _ => capability,
    };
}
