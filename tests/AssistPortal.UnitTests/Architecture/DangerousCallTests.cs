using System.Reflection;
using System.Text.RegularExpressions;

namespace AssistPortal.UnitTests.Architecture;

/// <summary>What lets typed text do harm if it ever gets there, and where alone it may stand.</summary>
public sealed class DangerousCallTests
{
    private static readonly string[] Anywhere = [];

    private static readonly IReadOnlyList<SourceFile> Scripts =
    [
        .. from path in Directory.EnumerateFiles(
               Path.Combine(Repository.Root, "src", "AssistPortal.Web", "wwwroot", "js"), "*.js")
           select new SourceFile(Path.GetFileName(path), File.ReadAllText(path)),
    ];

    public static TheoryData<string, string[]> InCode => new()
    {
        // Programs of PostgreSQL, for the commands that back up and restore.
        { "ProcessStartInfo", ["src/AssistPortal.Data/Backups/PostgreSqlPrograms.cs"] },
        { "Process.Start(", ["src/AssistPortal.Data/Backups/PostgreSqlPrograms.cs"] },
        { "Assembly.Load", ["src/AssistPortal.Data/Database/CompiledModel.cs"] },
        { "CSharpScript", Anywhere },
        { "BinaryFormatter", Anywhere },
        { "TypeNameHandling", Anywhere },
        { "[JsonDerivedType", Anywhere },
        { "XmlReader", Anywhere },
        { "XmlDocument", Anywhere },
        {
            "XElement.Parse(",
            ["src/AssistPortal.Web/Composition/KeyFileEncryptor.cs", "src/AssistPortal.Web/Composition/StoredKeys.cs"]
        },

        // No pattern is made of text, and no key pair is made at all.
        { "new Regex(", Anywhere },
        { "Regex.IsMatch(", Anywhere },
        { "Regex.Match(", Anywhere },
        { "Regex.Replace(", Anywhere },
        { "RSA.Create", Anywhere },
        { "ECDsa.", Anywhere },
        { "new Random(", Anywhere },
        { "Random.Shared", Anywhere },
    };

    [Theory]
    [MemberData(nameof(InCode))]
    public void It_stands_where_it_is_known_and_nowhere_else(string call, string[] places) => Assert.Equal(
        places,
        Repository.Sources(".cs")
            .Where(file => file.Text.Contains(call, StringComparison.Ordinal))
            .Select(file => file.Path));

    [Fact]
    public void Each_pattern_has_a_limit()
    {
        var patterns = Assemblies.BelowWeb.Append(Assemblies.Web)
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(
                BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Select(method => (Method: method, Pattern: method.GetCustomAttribute<GeneratedRegexAttribute>()))
            .Where(found => found.Pattern is not null)
            .ToList();
        Assert.NotEmpty(patterns);
        Assert.Empty(patterns
            .Where(found => found.Pattern!.MatchTimeoutMilliseconds is <= 0 or > 1000
                && !found.Pattern.Options.HasFlag(RegexOptions.NonBacktracking))
            .Select(found => $"{found.Method.DeclaringType}.{found.Method.Name}"));
    }

    [Theory]
    [InlineData("innerHTML")]
    [InlineData("outerHTML")]
    [InlineData("insertAdjacentHTML")]
    [InlineData("document.write")]
    [InlineData("createContextualFragment")]
    [InlineData("srcdoc")]
    [InlineData("eval(")]
    [InlineData("Function(")]
    [InlineData("postMessage")]
    [InlineData("'message'")]
    [InlineData("__proto__")]
    [InlineData("for (const key in")]
    [InlineData("sessionStorage")]
    [InlineData("indexedDB")]
    [InlineData("document.cookie")]
    public void No_script_has_it(string call)
    {
        Assert.NotEmpty(Scripts);
        Assert.Empty(Scripts
            .Where(file => file.Text.Contains(call, StringComparison.Ordinal))
            .Select(file => file.Name));
    }

    [Fact]
    public void Browsers_store_nothing_but_when_somebody_was_here_last_and_whether_keys_are_short() => Assert.Equal(
        ["session.js", "shortcuts.js"],
        Scripts.Where(file => file.Text.Contains("localStorage", StringComparison.Ordinal))
            .Select(file => file.Name)
            .Order(StringComparer.Ordinal));
}
