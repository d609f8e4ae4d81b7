using System.Text.RegularExpressions;
using AssistPortal.UnitTests.Architecture;

namespace AssistPortal.UnitTests.Texts;

/// <summary>One place in the sources where a localizer is asked for a text.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Resources">
/// The resource classes that the localizer may be for; empty where its type does not say.
/// </param>
/// <param name="Keys">Literal keys; more than one where a condition chooses.</param>
/// <param name="Patterns">Interpolated keys, as written.</param>
internal sealed partial record KeyUse(
    string Place, IReadOnlyList<string> Resources, IReadOnlyList<string> Keys, IReadOnlyList<string> Patterns)
{
    public static IEnumerable<KeyUse> All()
    {
        var views = Repository.Sources(".cshtml");
        return Repository.Sources(".cs").Concat(views).SelectMany(file => In(file, Localizers(file, views)));
    }

    /// <summary>
    /// Name of each localizer that the file declares or, for a view, inherits; with its resource classes.
    /// </summary>
    private static ILookup<string, string> Localizers(SourceFile file, IReadOnlyList<SourceFile> views)
    {
        var own = Declared(file).ToList();
        var imports = views
            .Where(view => file.Path.EndsWith(".cshtml", StringComparison.Ordinal) && view.Name == "_ViewImports.cshtml"
                    && file.Path.StartsWith(view.Folder + "/", StringComparison.Ordinal))
            .OrderByDescending(view => view.Folder.Length)
            .SelectMany(Declared)
            .DistinctBy(declared => declared.Name)
            .Where(inherited => !own.Exists(declared => declared.Name == inherited.Name));
        return own.Concat(imports)
            .Distinct()
            .ToLookup(declared => declared.Name, declared => declared.Resource, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Name, string Resource)> Declared(SourceFile file) =>
        Declaration().Matches(file.Text).Select(match => (match.Groups["name"].Value, match.Groups["resource"].Value));

    private static IEnumerable<KeyUse> In(SourceFile file, ILookup<string, string> localizers)
    {
        foreach (Match match in Indexer().Matches(file.Text))
        {
            var name = match.Groups["name"].Value;
            if (localizers.Contains(name))
            {
                var key = FirstArgument(file.Text, match.Index + match.Length);
                var literals = Literal().Matches(key);
                yield return new KeyUse(
                    $"{file.Path}:{file.LineOf(match.Index)}",
                    [.. localizers[name].Where(resource => resource.Length > 0)],
                    [.. literals
                        .Where(literal => !literal.Groups["hole"].Success)
                        .Select(literal => literal.Groups["key"].Value)],
                    [.. literals
                        .Where(literal => literal.Groups["hole"].Success)
                        .Select(literal => literal.Groups["key"].Value)]);
            }
        }
    }

    /// <summary>The text from there to the comma or bracket that ends the first argument.</summary>
    private static string FirstArgument(string text, int start)
    {
        var (depth, quoted) = (0, false);
        for (var at = start; at < text.Length; at++)
        {
            var sign = text[at];
            quoted ^= sign == '"' && text[at - 1] != '\\';
            if (quoted)
            {
                continue;
            }

            depth += sign is '(' or '[' or '{' ? 1 : 0;
            if (depth == 0 && sign is ',' or ']')
            {
                return text[start..at];
            }

            depth -= sign is ')' or ']' or '}' ? 1 : 0;
        }

        return "";
    }

    [GeneratedRegex(
        @"IStringLocalizer(<(?<resource>\w+)>)?\s+(?<name>\w+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"(?<![\w.])(?<name>\w+)\[", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Indexer();

    [GeneratedRegex(@"(?<hole>\$)?""(?<key>[^""]*)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Literal();
}
