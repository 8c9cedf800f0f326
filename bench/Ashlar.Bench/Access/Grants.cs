namespace Ashlar.Bench.Access;

/// <summary>Role definitions, assignments and PIM of Azure.</summary>
internal sealed class Grants(TenantSize size, Assignments assignments)
{
    private const int PerEligible = 60;
    private const int PerActivated = 300;

    public void Write(ExportFolder folder)
    {
        using (var rows = folder.Open("authorizationresources", "", "arg/authorizationresources.ndjson"))
        {
            foreach (var role in BuiltInRoles.All.Concat(CustomRoles.All))
            {
                Row(rows, role.ResourceId, role.Id, "roledefinitions", "", Definition(role));
            }

            for (var number = assignments.AtRoot; number < size.Assignments; number++)
            {
                WriteActive(rows, number);
            }
        }

        using (var rows = folder.Open("authorizationresources", "microsoft.authorization/roleassignments", "arm/root/microsoft.authorization.roleassignments.ndjson"))
        {
            for (var number = 0; number < assignments.AtRoot; number++)
            {
                WriteActive(rows, number);
            }
        }

        using (var rows = folder.Arm("microsoft.authorization/roleeligibilityscheduleinstances"))
        {
            for (var number = 0; number < 2 + (size.Assignments / PerEligible); number++)
            {
                var end = number % 3 == 0 ? "null" : $"\"{Time.In(1 + (number % 365))}\"";
                Scheduled(rows, assignments.Eligible(number), Ids.Of(0x42, number), "roleEligibilityScheduleInstances", $"\"memberType\":\"Direct\",\"status\":\"Provisioned\",\"startDateTime\":\"{Time.Ago(30)}\",\"endDateTime\":{end}");
            }
        }

        using (var rows = folder.Arm("microsoft.authorization/roleassignmentscheduleinstances"))
        {
            for (var number = assignments.AtRoot; number < size.Assignments; number += PerActivated)
            {
                var type = number / PerActivated % 2 == 0 ? "Activated" : "Assigned";
                Scheduled(rows, assignments.Active(number), Ids.Of(0x43, number), "roleAssignmentScheduleInstances", $"\"assignmentType\":\"{type}\",\"memberType\":\"Direct\",\"status\":\"Provisioned\",\"originRoleAssignmentId\":\"{Id(number)}\",\"startDateTime\":\"{Time.Ago(1)}\",\"endDateTime\":\"{Time.In(1)}\"");
            }
        }
    }

    private string Id(int number)
    {
        var scope = assignments.Active(number).Scope;
        return $"{(scope == "/" ? "" : scope)}/providers/Microsoft.Authorization/RoleAssignments/{Ids.Of(0x41, number)}";
    }

    private void WriteActive(StreamWriter rows, int number)
    {
        var assignment = assignments.Active(number);
        Row(rows, Id(number), Ids.Of(0x41, number), "roleassignments", assignment.Subscription, assignment.Properties + $",\"createdOn\":\"{Time.Ago(10 + (number % 900))}\"");
    }

    private static string Definition(Role role)
    {
        var at = role.AssignableAt ?? ["/"];
        return $"\"roleName\":\"{role.Name}\",\"type\":\"{(role.IsBuiltIn ? "BuiltInRole" : "CustomRole")}\",\"assignableScopes\":{List(at)},"
            + $"\"permissions\":[{{\"actions\":{List(role.Actions)},\"notActions\":{List(role.NotActions)},\"dataActions\":{List(role.Data)},\"notDataActions\":{List(role.NotData)}}}]";
    }

    private static string List(string[]? texts) => $"[{string.Join(',', (texts ?? []).Select(t => $"\"{t}\""))}]";

    private static void Scheduled(StreamWriter rows, Assignment assignment, string name, string segment, string more) => rows.WriteLine(
        $$"""
        {"id":"{{assignment.Scope}}/providers/Microsoft.Authorization/{{segment}}/{{name}}","name":"{{name}}","type":"Microsoft.Authorization/{{segment}}","subscriptionId":"{{assignment.Subscription}}","properties":{ {{assignment.Properties}},{{more}} } }
        """);

    private static void Row(StreamWriter rows, string id, string name, string kind, string subscription, string properties) => rows.WriteLine(
        $$"""
        {"id":"{{id}}","name":"{{name}}","type":"microsoft.authorization/{{kind}}","tenantId":"{{Placement.Tenant}}","kind":"","location":"","resourceGroup":"","subscriptionId":"{{subscription}}","managedBy":"","properties":{ {{properties}} } }
        """);
}
