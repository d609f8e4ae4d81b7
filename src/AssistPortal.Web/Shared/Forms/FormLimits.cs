namespace AssistPortal.Web.Shared.Forms;

/// <summary>How much a request may bring, in bytes.</summary>
internal static class FormLimits
{
    public const int MostBytes = 256 * 1024;

    public const int MostFileBytes = 1024 * 1024;

    /// <summary>Of a form with a file, in whatever form that comes.</summary>
    public const int MostUploadBytes = 2 * MostFileBytes;
}
