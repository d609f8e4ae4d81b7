namespace AssistPortal.Assist.Meetings;

/// <summary>Where directories are found that have a usual address.</summary>
public static class DirectoryAddresses
{
    /// <summary>Base address of the Webex API.</summary>
    public const string Webex = "https://webexapis.com/v1/";
}
