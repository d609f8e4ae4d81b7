namespace AssistPortal.TestSupport;

/// <summary>Scripts of <c>tests/tools</c>, in the working copy in which the tests run.</summary>
public static class TestTools
{
    /// <summary>Path of a script.</summary>
    public static string PathOf(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AssistPortal.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Not inside the repository.");
        }

        return Path.Combine(folder.FullName, "tests", "tools", name);
    }
}
