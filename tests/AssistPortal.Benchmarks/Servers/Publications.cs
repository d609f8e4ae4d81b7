namespace AssistPortal.Benchmarks.Servers;

/// <summary>Projects that were published, each once, for as long as this process runs.</summary>
internal static class Publications
{
    private static readonly Dictionary<string, (TempFolder Folder, string Assembly)> Done = new(StringComparer.Ordinal);

    /// <summary>The path of the published DLL.</summary>
    public static async Task<string> OfAsync(string project, CancellationToken cancellationToken)
    {
        if (!Done.TryGetValue(project, out var publication))
        {
            var folder = new TempFolder();
            try
            {
                publication = (folder, await PublishedApp.PublishAsync(project, folder.Path, cancellationToken));
            }
            catch
            {
                folder.Dispose();
                throw;
            }

            Done.Add(project, publication);
        }

        return publication.Assembly;
    }

    public static void DeleteAll()
    {
        foreach (var (folder, _) in Done.Values)
        {
            folder.Dispose();
        }

        Done.Clear();
    }
}
