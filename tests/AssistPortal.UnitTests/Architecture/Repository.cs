namespace AssistPortal.UnitTests.Architecture;

/// <summary>The working copy in which the tests run, for those that read sources.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot();

    /// <summary>
    /// Files under <c>src</c> with that ending, without what is built and the migrations, by their path from the root.
    /// </summary>
    public static IReadOnlyList<SourceFile> Sources(string ending) =>
    [
        .. from path in Directory.EnumerateFiles(Path.Combine(Root, "src"), $"*{ending}", SearchOption.AllDirectories)
           let relative = Path.GetRelativePath(Root, path).Replace('\\', '/')
           where !relative.Split('/').Any(part => part is "obj" or "bin" or "Migrations" or "App_Data" or "wwwroot")
           orderby relative
           select new SourceFile(relative, File.ReadAllText(path)),
    ];

    /// <summary>The documents for people.</summary>
    public static IReadOnlyList<SourceFile> Documents() =>
        [.. Everything().Where(file => file.Name.EndsWith(".md", StringComparison.Ordinal))];

    /// <summary>All text files that people write, by their path from the root.</summary>
    public static IEnumerable<SourceFile> Everything() =>
        from path in new[] { "src", "tests", "docs", "tools" }
            .SelectMany(
                folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Root, "*.md"))
        let relative = Path.GetRelativePath(Root, path).Replace('\\', '/')
        where !relative.Split('/').Any(part => part is "obj" or "bin" or "App_Data" or "wwwroot" or "pictures")
        select new SourceFile(relative, File.ReadAllText(path));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AssistPortal.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}

/// <summary>A source file: its path from the repository's root, with slashes, and its text.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public string Folder => Path[..Path.LastIndexOf('/')];

    public int Lines => Text.AsSpan().TrimEnd('\n').Count('\n') + 1;

    /// <summary>The line, counted from 1, of a position in the text.</summary>
    public int LineOf(int position) => Text.AsSpan(0, position).Count('\n') + 1;
}
