using Ashlar.Model;

namespace Ashlar.Content.Tests;

/// <summary>One test a code of the static lint: break one thing, see one problem at its line.</summary>
public sealed class ControlLintTests
{
    [Theory]
    [InlineData("title: Search", "titel: Search", LintCodes.UnknownKey, 1, "Did you mean 'title'?")]
    [InlineData("severity: high", "severity: hihg", LintCodes.WrongValue, 3, "Did you mean 'high'?")]
    [InlineData("discipline: identity", "discipline: [identity]", LintCodes.WrongValue, 4, "must be text")]
    [InlineData("why: A key", "manual: yes please\nwhy: A key", LintCodes.WrongValue, 2, "true or false")]
    [InlineData("frameworks: { sample: [S-1] }", "frameworks: { smaple: [S-1] }", LintCodes.Framework, 10, "Did you mean 'sample'?")]
    [InlineData("[S-1]", "[S-11]", LintCodes.Framework, 10, "Did you mean 'S-1'?")]
    [InlineData("references: [ https:", "references: [ http:", LintCodes.Reference, 12, "https")]
    [InlineData("source: https:", "source: ftp:", LintCodes.Reference, 14, "https")]
    [InlineData("references: [ https://learn.microsoft.com/azure/search/search-security-rbac ]", "references: []", LintCodes.WrongValue, 12, "at least one")]
    [InlineData("--ids {id}", "--ids {resourceId}", LintCodes.Placeholder, 8, "{resourceGroup}")]
    [InlineData("path: properties.disableLocalAuth", "path: properties.disableLocalAuht", LintCodes.Default, 14, "Did you mean 'properties.disableLocalAuth'?")]
    [InlineData("peers: [ 'policy:71ef260a' ]", "peers: [ '71ef260a' ]", LintCodes.WrongValue, 11, "tool:id")]
    [InlineData("peers:", "settings: [ approvedRegion ]\npeers:", LintCodes.Setting, 11, "Did you mean 'approvedRegions'?")]
    [InlineData("peers:", "attestation: I looked\npeers:", LintCodes.Manual, 11, "manual: true")]
    [InlineData("--ids {id}", "--ids {id} --subnet <subnet id>", LintCodes.Choice, 8, "'<subnet id>' has no example")]
    [InlineData("byHand: In the portal.", "byHand: In the portal.\n  choices: { '<subnet id>': x }", LintCodes.Choice, 10, "No patch asks for '<subnet id>'")]
    [InlineData("--ids {id}", "--ids {id} --subnet <subnet-id>\n  choices: { '<subnet id>': x }", LintCodes.Choice, 8, "Did you mean '<subnet id>'?")]
    [InlineData("byHand: In the portal.", "breaks: Callers.", LintCodes.FixMissing, 7, "has no 'bicep'")]
    [InlineData("byHand: In the portal.", "replace: true\n  byHand: In the portal.", LintCodes.FixMissing, 7, "give one of them")]
    [InlineData("byHand: In the portal.", "replace: true\n  bicep: var x = 1", LintCodes.FixMissing, 7, "give one of them")]
    public void Control_yaml_is_read_strictly(string old, string with, string code, int line, string says)
    {
        var library = SampleContent.LoadWith("control.yaml", old, with);
        var problem = library.Diagnostics.First(diagnostic => diagnostic.Code == code);
        Assert.Equal((SampleContent.Folder + "/control.yaml", line), (problem.File, problem.Line));
        Assert.Contains(says, problem.Message);
        Assert.Empty(library.Controls);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("why")]
    [InlineData("severity")]
    [InlineData("discipline")]
    [InlineData("scope")]
    [InlineData("frameworks")]
    [InlineData("references")]
    public void A_key_without_which_a_control_cannot_be_told_must_be_there(string key)
    {
        var text = string.Join('\n', SampleContent.Control.Split('\n').Where(line => !line.StartsWith(key + ":")));
        Assert.Contains($"'{key}'", SampleContent.Load(("control.yaml", text)).The(LintCodes.MissingKey).Message);
    }

    [Fact]
    public void Braces_of_other_languages_are_no_placeholders() =>
        Assert.Empty(SampleContent.LoadWith("control.yaml", "--ids {id}", "--ids {id} --body '{\"a\":{}}' ${var} { x }").Diagnostics);

    [Fact]
    public void Xml_in_a_patch_is_no_choice() =>
        Assert.Empty(SampleContent.LoadWith("control.yaml", "--ids {id}", "--ids {id} --policy '<policies><inbound><base /></inbound></policies>'").Diagnostics);

    [Fact]
    public void A_scope_of_two_lines_is_refused()
    {
        var library = SampleContent.LoadWith("control.yaml", "scope: resources |", "scope: |\n  resources\n  |");
        Assert.Equal(5, library.The(LintCodes.ScopeLine).Line);
    }

    [Fact]
    public void A_scope_must_bind()
    {
        var problem = SampleContent.LoadWith("control.yaml", "where type", "where tpye").The(LintCodes.ScopeQuery);
        Assert.Equal((5, 26), (problem.Line, problem.Column));
    }

    [Fact]
    public void A_scope_yields_ResourceId_alone()
    {
        var library = SampleContent.LoadWith("control.yaml", "project ResourceId = id", "project ResourceId = id, name");
        Assert.Contains("name:string", library.The(LintCodes.ScopeColumns).Message);
    }

    [Fact]
    public void A_scope_does_not_read_what_a_bare_listing_leaves_out()
    {
        var library = SampleContent.LoadWith("control.yaml", "| project", "| where properties.hostingMode == 'default' | project");
        Assert.Contains("properties.hostingMode", library.The(LintCodes.ScopeBody).Message);
    }

    [Fact]
    public void A_query_must_bind_with_no_diagnostic_at_all()
    {
        var problem = SampleContent.LoadWith("query.kql", "| where type", "| where tpye").The(LintCodes.Query);
        Assert.Equal((2, SampleContent.Folder + "/query.kql"), (problem.Line, problem.File));
    }

    [Theory]
    [InlineData(", Evidence = pack('properties.disableLocalAuth', properties.disableLocalAuth)", "", "no column Evidence:dynamic")]
    [InlineData("Evidence = pack('properties.disableLocalAuth', properties.disableLocalAuth)", "Evidence = 'x'", "Evidence:string; it must be Evidence:dynamic")]
    [InlineData("ResourceId = id", "ResourceId = id, name", "name:string, which nothing reads")]
    [InlineData("ResourceId = id", "ResourceId = id, SubKey = 1", "SubKey:long, which nothing reads")]
    public void A_query_yields_exactly_the_columns_of_a_verdict(string old, string with, string says) =>
        Assert.Contains(says, SampleContent.LoadWith("query.kql", old, with).The(LintCodes.QueryColumns).Message);

    [Fact]
    public void A_SubKey_may_be_there() =>
        Assert.Empty(SampleContent.LoadWith("query.kql", "ResourceId = id", "ResourceId = id, SubKey = name").Diagnostics);

    [Fact]
    public void Reading_settings_without_naming_them_is_refused()
    {
        var library = SampleContent.LoadWith("query.kql", "| project", "| join kind=leftouter (Settings | where Key == 'approvedRegions' | project Key) on $left.location == $right.Key\n| project");
        var messages = library.Diagnostics.Where(d => d.Code == LintCodes.Setting).Select(d => d.Message).ToList();
        Assert.Equal(2, messages.Count);
        Assert.Contains(messages, message => message.Contains("names no key"));
        Assert.Contains(messages, message => message.Contains("approvedRegions"));
    }

    [Fact]
    public void Naming_a_setting_that_is_not_read_is_refused() =>
        Assert.Contains("does not read it", SampleContent.LoadWith("control.yaml", "peers:", "settings: [ approvedRegions ]\npeers:").The(LintCodes.Setting).Message);

    [Fact]
    public void A_manual_control_has_an_attestation_and_no_query()
    {
        var manual = SampleContent.Control[..SampleContent.Control.IndexOf("defaults:", StringComparison.Ordinal)] + "manual: true\nattestation: Someone owns this.\n";
        var library = SampleContent.Load(("control.yaml", manual), ("query.kql", null), ("cases.yaml", null));
        Assert.Empty(library.Diagnostics);
        Assert.Equal("Someone owns this.", Assert.Single(library.Controls).Attestation);
        Assert.Equal(LintCodes.Manual, SampleContent.Load(("control.yaml", manual)).The(LintCodes.Manual).Code);
        Assert.Contains("attestation", SampleContent.Load(("control.yaml", manual.Replace("attestation: Someone owns this.", "")), ("query.kql", null), ("cases.yaml", null)).The(LintCodes.MissingKey).Message);
    }

    [Theory]
    [InlineData("query.kql")]
    [InlineData("cases.yaml")]
    public void A_control_without_query_or_cases_is_refused(string file)
    {
        var library = SampleContent.Load((file, null));
        Assert.EndsWith(file, library.The(LintCodes.Folder).File);
        Assert.Empty(library.Controls);
    }

    [Theory]
    [InlineData("controls/search/Search_Keys/control.yaml", "lower-case words")]
    [InlineData("controls/search/search-keys-off/query.kqll", "Did you mean 'query.kql'?")]
    [InlineData("controls/notes.txt", "outside a control folder")]
    [InlineData("frameworks/sample.txt", "ends with .yaml")]
    public void Files_stand_where_they_belong(string path, string says) =>
        Assert.Contains(SampleContent.Load((path, SampleContent.Control)).Diagnostics, diagnostic => diagnostic.Code == LintCodes.Folder && diagnostic.Message.Contains(says));

    [Fact]
    public void A_framework_has_the_name_of_its_file()
    {
        var library = SampleContent.Load(("frameworks/other.yaml", SampleContent.Framework.Replace("name: sample", "name: another")));
        Assert.Equal("frameworks/other.yaml", library.The(LintCodes.Folder).File);
    }

    [Theory]
    [InlineData("a: &x 1\nb: 2", "anchors")]
    [InlineData("a: 1\na: 2", "twice")]
    [InlineData("a: !!int 1", "tags")]
    [InlineData("a: 1\n---\nb: 2", "second document")]
    [InlineData("a: [1", "")]
    [InlineData("", "empty")]
    public void Yaml_that_a_reader_would_trip_over_is_refused(string text, string says)
    {
        var problem = SampleContent.Load(("control.yaml", text)).Diagnostics.First(diagnostic => diagnostic.Code == LintCodes.Unreadable);
        Assert.Contains(says, problem.Message);
        Assert.True(problem.Line > 0);
    }

    [Fact]
    public void Yaml_nested_without_end_is_refused() =>
        Assert.Contains("nested deeper", SampleContent.Load(("control.yaml", new string('[', 5000))).The(LintCodes.Unreadable).Message);

    [Theory]
    [InlineData("| take 5", "take")]
    [InlineData("| top 5 by name", "top")]
    [InlineData("| summarize arg_max(name, *) by id", "arg_max")]
    [InlineData("| summarize x = make_set(name) by id, type", "make_set")]
    [InlineData("| summarize x = take_any(name) by id, type", "take_any")]
    public void A_result_that_depends_on_order_is_a_warning_that_asks_for_a_tie_break(string line, string word)
    {
        var query = $"// {line} in a comment and '{line}' in a text\nresources\n{line}\n| project ResourceId = '{line}'";
        var problems = new ProblemList();
        OrderDependence.Check(query, "query.kql", problems);
        var problem = Assert.Single(problems.All);
        Assert.Equal((LintCodes.OrderDependence, DiagnosticLevel.Warning, 3), (problem.Code, problem.Level, problem.Line));
        Assert.Contains($"'{word}'", problem.Message);

        var answered = new ProblemList();
        OrderDependence.Check(query.Replace(line + "\n", line + " // tie-break: one row per id\n"), "query.kql", answered);
        Assert.Empty(answered.All);
    }

    [Theory]
    [InlineData("resources | summarize x = array_sort_asc(make_set(name)) by id")]
    [InlineData("resources | sort by name asc, id asc | summarize x = make_list(name) by type")]
    [InlineData("resources | extend take = 1, top = 2 | where take == 1")]
    public void A_result_that_is_sorted_is_no_warning(string query)
    {
        var problems = new ProblemList();
        OrderDependence.Check(query, "query.kql", problems);
        Assert.Empty(problems.All);
    }

    [Fact]
    public void A_warning_does_not_keep_a_control_from_loading()
    {
        var library = SampleContent.LoadWith("query.kql", "| project", "| summarize arg_max(name, *) by id\n| project");
        Assert.Equal(LintCodes.OrderDependence, Assert.Single(library.Diagnostics).Code);
        Assert.Single(library.Controls);
    }
}
