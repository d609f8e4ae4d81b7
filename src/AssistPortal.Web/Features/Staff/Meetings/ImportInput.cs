namespace AssistPortal.Web.Features.Staff.Meetings;

/// <summary>
/// The form of an import. Its only field is the file itself, which is no text: see <see cref="ImportController"/>.
/// </summary>
public sealed class ImportInput
{
    public string? File { get; set; }
}
