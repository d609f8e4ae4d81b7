namespace AssistPortal.Web.Composition;

/// <summary>A folder for the database, the mails and the keys: nobody else on the machine looks into it.</summary>
internal static class PrivateFolder
{
    /// <summary>The folder's full path. One that exists keeps its rights: somebody may have chosen them.</summary>
    public static string Create(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path).FullName
        : Directory.CreateDirectory(
            path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
}
