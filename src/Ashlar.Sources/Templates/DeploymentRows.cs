using Ashlar.Model;
using Ashlar.Sources.Templates.Inputs;
using Ashlar.Sources.Templates.Reading;

namespace Ashlar.Sources.Templates;

/// <summary>What one deployment comes to.</summary>
/// <param name="Rows">Null when nothing of it could be read.</param>
internal sealed record DeploymentRows(Deployment Deployment, TemplateRows? Rows, IReadOnlyList<Gap> Gaps, IReadOnlyList<Diagnostic> Diagnostics);
