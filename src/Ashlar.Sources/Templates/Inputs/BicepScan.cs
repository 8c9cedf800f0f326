namespace Ashlar.Sources.Templates.Inputs;

/// <summary>Finds declarations and references among the tokens of a file.</summary>
internal sealed class BicepScan(IReadOnlyList<BicepToken> tokens)
{
    private static readonly string[] Statements =
        ["param", "var", "type", "func", "output", "resource", "module", "import", "extension", "provider", "metadata", "targetScope", "assert", "using", "extends"];

    private readonly List<BicepDeclaration> _ended = [];
    private readonly Stack<(BicepDeclaration Declaration, int Depth)> _open = new();
    private readonly List<BicepReference> _references = [];
    private readonly List<string> _extensions = [];
    private readonly List<string> _sets = [];
    private BicepReference? _using;
    private bool _isOdd;

    public BicepSource Source()
    {
        var depth = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            switch (tokens[i].Kind)
            {
                case BicepTokenKind.Open:
                    depth++;
                    break;
                case BicepTokenKind.Close:
                    depth--;
                    break;
                case BicepTokenKind.NewLine:
                    End(depth);
                    break;
                case BicepTokenKind.Word:
                    Odd(i, depth, !Statements.Contains(tokens[i].Value, StringComparer.Ordinal));
                    Word(i, depth);
                    break;
                case BicepTokenKind.Other:
                    Odd(i, depth, tokens[i].Value is not ("@" or "?" or ":"));
                    break;
            }
        }

        End(int.MinValue);
        return new BicepSource(_ended, _references, _extensions, _sets, BicepEnvironment.Of(tokens), _using, _isOdd);
    }

    /// <summary>A declaration goes on over line breaks only inside brackets.</summary>
    private void End(int depth)
    {
        while (_open.Count > 0 && depth <= _open.Peek().Depth)
        {
            _ended.Add(_open.Pop().Declaration);
        }
    }

    private void Odd(int i, int depth, bool isOdd) => _isOdd |= isOdd && depth == 0 && StartsLine(i);

    private void Word(int i, int depth)
    {
        var token = tokens[i];
        switch (token.Value)
        {
            case "resource" when At(i + 1, BicepTokenKind.Word) is { } name && At(i + 2, BicepTokenKind.Text) is { } type:
                var isExisting = At(i + 3, BicepTokenKind.Word) is { Value: "existing" };
                _open.Push((new BicepDeclaration(Inside(name.Value), TypeOf(type.Value), isExisting, null, token.Line, token.Column), depth));
                break;
            case "module" when At(i + 1, BicepTokenKind.Word) is { } name && At(i + 2, BicepTokenKind.Text) is { } path:
                _open.Push((new BicepDeclaration(name.Value, "", false, Refer(path, isModule: true), token.Line, token.Column), depth));
                break;
            case "using" or "extends" when StartsLine(i) && At(i + 1, BicepTokenKind.Text) is { } path:
                var reference = Refer(path, isModule: token.Value == "using");
                _using ??= token.Value == "using" ? reference : null;
                break;
            case "from" when At(i + 1, BicepTokenKind.Text) is { } path:
                Refer(path, isModule: false);
                break;
            case "extension" or "provider" or "import" when StartsLine(i) && At(i + 1, BicepTokenKind.Text) is { } path:
                Refer(path, isModule: false);
                break;
            case "param" when At(i + 1, BicepTokenKind.Word) is { } name && At(i + 2, BicepTokenKind.Other) is { Value: "=" }:
                _sets.Add(name.Value);
                break;
            case "extension" or "provider" when StartsLine(i) && At(i + 1, BicepTokenKind.Word) is { } name:
                _extensions.Add(name.Value);
                break;
        }
    }

    private BicepToken? At(int i, BicepTokenKind kind) => i < tokens.Count && tokens[i].Kind == kind ? tokens[i] : null;

    private bool StartsLine(int i) => i == 0 || tokens[i - 1].Kind == BicepTokenKind.NewLine;

    private BicepReference Refer(BicepToken text, bool isModule)
    {
        var reference = new BicepReference(text.Value, isModule, text.Line);
        _references.Add(reference);
        return reference;
    }

    private string Inside(string name) => _open.TryPeek(out var outer) ? outer.Declaration.Name + "::" + name : name;

    /// <summary>Inside another resource a type is written without that of the outer one.</summary>
    private string TypeOf(string written)
    {
        var type = written.Split('@')[0];
        return _open.TryPeek(out var outer) && !type.Contains('.', StringComparison.Ordinal) ? outer.Declaration.Type + "/" + type : type;
    }
}
