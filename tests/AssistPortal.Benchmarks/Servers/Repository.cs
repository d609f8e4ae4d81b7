namespace AssistPortal.Benchmarks.Servers;

/// <summary>Where the benchmarks were built from.</summary>
internal static class Repository
{
    /// <exception cref="DirectoryNotFoundException">They do not run inside it.</exception>
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AssistPortal.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The benchmarks do not run inside the repository.");
    }
}
