using System.Text;
using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.EndToEnd;

/// <summary>docs/controls.md: every control with its question, severity, frameworks and the same question elsewhere.</summary>
internal static class ControlsPage
{
    public static string Of(ContentLibrary library)
    {
        var page = new StringBuilder();
        page.Append("# Controls\n\n");
        page.Append("Made from `/content/controls` by `ASHLAR_WRITE_DOCS=1 dotnet test tests/Ashlar.EndToEnd`. Each control is a folder with `control.yaml`, `query.kql` and `cases.yaml`.\n");
        foreach (var area in library.Controls.GroupBy(control => control.Control.Area).OrderBy(area => area.Key, StringComparer.Ordinal))
        {
            page.Append($"\n## {area.Key}\n\n| Control | Severity | What it says | Also asked by |\n|---|---|---|---|\n");
            foreach (var one in area.OrderBy(control => control.Control.Id, StringComparer.Ordinal).Select(control => control.Control))
            {
                page.Append($"| [{one.Id}](../content/controls/{one.Area}/{one.Id}) | {one.Severity.Name()} | {one.Title} | {string.Join(", ", one.Peers)} |\n");
            }
        }

        page.Append("\n## Frameworks\n\n| Framework | Id | Controls |\n|---|---|---|\n");
        foreach (var framework in library.Frameworks.Values)
        {
            foreach (var (id, title) in framework.Controls)
            {
                var controls = library.Controls.Where(control => control.Control.Frameworks.GetValueOrDefault(framework.Name)?.Contains(id) == true).Select(control => control.Control.Id).ToList();
                if (controls.Count > 0)
                {
                    page.Append($"| {framework.Title} {framework.Version} | {id} {title} | {string.Join(", ", controls)} |\n");
                }
            }
        }

        return page.ToString();
    }
}
