namespace AssistPortal.Web.Composition;

/// <summary>A folder for the database, the mails and the keys: nobody else on the machine looks into it.</summary>
internal static class PrivateFolder
{
    /// <summary>The folder's full path. One that exists keeps its rights: somebody may have chosen them.</summary>
    /// <exception cref="PortalStartException">It can't be made, or nothing can be written to it.</exception>
    public static string Create(string path)
    {
        try
        {
            var folder = OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(path).FullName
                : Directory.CreateDirectory(
                    path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
            var tried = Path.Combine(folder, $".start-{Guid.NewGuid():n}");
            new FileStream(
                tried, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.DeleteOnClose).Dispose();
            return folder;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new PortalStartException(
                $"Portal:DataDirectory is {path}, where nothing can be written ({fault.Message}); allowed is a folder "
                + "that the portal's account may write to.");
        }
    }
}
