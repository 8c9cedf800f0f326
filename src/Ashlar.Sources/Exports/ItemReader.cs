using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Ashlar.Model;
using Ashlar.Sources.Exports.Files;
using Ashlar.Sources.Exports.Json;
using Ashlar.Sources.Exports.Shapes;
using Ashlar.Sources.Templates.Inputs;
using Ashlar.Sources.Templates.Reading;
using Ashlar.Sources.Templates.WhatIf;
using Ashlar.Sources.Terraform;
using Ashlar.Store;

namespace Ashlar.Sources.Exports;

/// <summary>Turns one object of an input into rows: straight away when it is in ARM's shape, else by way of a tree.</summary>
internal sealed class ItemReader
{
    private readonly SnapshotWriter _writer;
    private readonly SourceLog _log;
    private readonly ExportOptions _options;
    private readonly ArmRows _arm;
    private readonly Dictionary<string, SnapshotRow> _rows = new(StringComparer.Ordinal);

    public ItemReader(SnapshotWriter writer, SourceLog log, NewestTime newest, ExportOptions options)
    {
        (_writer, _log, Newest, _options) = (writer, log, newest, options);
        _arm = new ArmRows(writer, newest, log);
    }

    public IReadOnlyDictionary<string, long> Counts => _arm.Counts;

    public NewestTime Newest { get; }

    /// <summary>Templates among the items: what they come to is read when all files are known.</summary>
    public FoundTemplates Templates { get; } = new();

    public void Read(JsonItem item, FileContext context)
    {
        if (!Utf8.IsValid(item.Bytes))
        {
            _log.Warn(SourceCodes.NotUtf8, "Some text is not valid UTF-8; the bytes concerned read as U+FFFD. Export again in UTF-8.", context.File.Shown);
            item = JsonItem.Of(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(item.Bytes)));
        }

        if (IsPlain(item))
        {
            context.NotResources += _arm.Write(item, context) ? 0 : 1;
        }
        else
        {
            Read(JsonTree.Object(item.Bytes), context);
        }
    }

    /// <summary>An ARM id, and properties in their place (or nothing that could be properties).</summary>
    private static bool IsPlain(JsonItem item)
    {
        if (item.Column(ColumnNames.Id) is not { Kind: JsonTokenType.String } id || item.Raw(id) is not [_, (byte)'/', ..])
        {
            return false;
        }

        if (item.Others == 0)
        {
            return item.Column(ColumnNames.Type) is not null || item.Raw(id).IndexOf("/providers/"u8) >= 0 || item.Raw(id).StartsWith("\"/subscriptions/"u8);
        }

        return item.Column(ColumnNames.Properties) is not null && item.Find("resources"u8) is null && item.Find("Resources"u8) is null
            && item.Find("Properties"u8) is null && item.Column(ColumnNames.Type) is not null;
    }

    private void Read(JsonObject value, FileContext context)
    {
        if (ErrorResponse.Read(value, context) is { } gap)
        {
            context.Whole = false;
            _writer.AddGap(gap);
            _log.Warn(SourceCodes.ErrorResponse, $"The file holds an error of Azure instead of data: {gap.Detail}", context.File.Shown);
        }
        else if (NotAssessable.Why(value) is { } why)
        {
            _log.Note(SourceCodes.NotAssessable, why, context.File.Shown);
        }
        else if (WhatIfResult.Is(value))
        {
            ReadWhatIf(value, context);
        }
        else if (ArmTemplate.Is(value))
        {
            Templates.Arm.Add(new FoundTemplate(context.File, value));
        }
        else if (ParameterValues.Is(value))
        {
            Templates.ArmParameters.Add(new FoundTemplate(context.File, value));
        }
        else if (PlanFile.Is(value))
        {
            ReadPlan(value, context);
        }
        else if (!ReadEntra(EntraObjects.Canonical(value), context) && !ReadResource(value, context))
        {
            context.NotResources++;
        }
    }

    private bool ReadEntra(JsonObject value, FileContext context)
    {
        var table = EntraObjects.TableOf(value, context);
        var any = false;
        if (table is not null && ResourceObject.Text(value, "id") is not null)
        {
            Write(table, value, context);
            Newest.LookAt(Encoding.UTF8.GetBytes(value.ToJsonString()));
            any = true;
        }

        foreach (var (edgeTable, row) in EntraObjects.Edges(value, table, context))
        {
            Write(edgeTable, row, context);
            any = true;
        }

        if (!any && AccountObjects.ToArm(value) is { } arm)
        {
            WriteArm(arm, context);
            any = true;
        }

        return any;
    }

    private bool ReadResource(JsonObject raw, FileContext context)
    {
        var resource = ResourceObject.Canonical(raw, out var whyNoBody);
        if (resource is null)
        {
            return false;
        }

        if (!resource.ContainsKey("id"))
        {
            var type = ResourceObject.Text(resource, "type")!;
            resource["id"] = SyntheticIds.Below(SyntheticIds.Scope(context.File.Relative), type, ResourceObject.Text(resource, "name")!.Split('/'));
            resource["name"] = ResourceIds.Name(ResourceObject.Text(resource, "id")!);
            _log.Note(SourceCodes.SyntheticIds, "Objects without an id got one below " + SyntheticIds.Scope(context.File.Relative) + ".", context.File.Shown);
        }

        if (whyNoBody is not null)
        {
            _log.Warn(SourceCodes.NoBody, $"{ResourceObject.Text(resource, "type") ?? "A resource"} counts without its properties: {whyNoBody}.", context.File.Shown);
        }

        var children = Children.TakeOut(resource).ToArray();
        WriteArm(resource, context);
        foreach (var child in children)
        {
            if (!ReadResource(child, context))
            {
                context.NotResources++;
            }
        }

        return true;
    }

    private void ReadWhatIf(JsonObject value, FileContext context)
    {
        var result = WhatIfResult.Read(value, context.File.Relative, _options.Templates.Names);
        Write(result.Rows, result.Gaps, context.File);
        foreach (var resource in result.Unchanged)
        {
            context.NotResources += ReadResource(resource, context) ? 0 : 1;
        }

        _log.Note(
            SourceCodes.Undecided,
            $"A what-if result: {result.Rows.Resources.Count} resources as a deployment would leave them, {result.Unchanged.Count} that stay as they are, {result.Deleted} that it would delete and that are left out; {result.Rows.Gaps.Count} values known only at deployment count as unknown.",
            context.File.Shown);
    }

    /// <summary>Resources that do not exist yet.</summary>
    public void Write(TemplateRows? rows, IReadOnlyList<Gap> gaps, InputFile file)
    {
        foreach (var gap in gaps)
        {
            _writer.AddGap(gap);
        }

        foreach (var origin in rows?.Origins ?? [])
        {
            _writer.AddOrigin(origin);
        }

        // Properties that are one expression are among the gaps already.
        var context = new FileContext(file, null) { EmptyIsBody = true };
        foreach (var resource in rows?.Resources ?? [])
        {
            WriteArm(resource, context);
        }
    }

    private void ReadPlan(JsonObject value, FileContext context)
    {
        var plan = PlanRows.Of(value, SyntheticIds.Scope(context.File.Relative), context.File.Relative, _options.Terraform);
        var withoutBody = context.WithoutBody;
        context.EmptyIsBody = true;
        foreach (var row in plan.Rows)
        {
            WriteArm(row, context);
        }

        // Properties that are unknown as a whole are among the gaps already.
        context.WithoutBody = withoutBody;
        context.EmptyIsBody = false;
        foreach (var gap in plan.Gaps)
        {
            _writer.AddGap(gap);
        }

        foreach (var origin in plan.Origins)
        {
            _writer.AddOrigin(origin);
        }

        PlanNotes.Say(plan, context.File, _log);
    }

    private void WriteArm(JsonObject resource, FileContext context)
    {
        var item = JsonItem.Of(Encoding.UTF8.GetBytes(resource.ToJsonString(PlainJson.Options)));
        context.NotResources += _arm.Write(item, context) ? 0 : 1;
    }

    private void Write(string table, JsonObject value, FileContext context)
    {
        if (!_rows.TryGetValue(table, out var row))
        {
            row = new SnapshotRow(TableCatalogue.Find(table)!);
            _rows.Add(table, row);
        }

        row.Clear();
        JsonRows.Fill(row, value);
        _writer.Add(row);
        context.Saw(table, "");
        _arm.Counts[table] = _arm.Counts.GetValueOrDefault(table) + 1;
    }
}
