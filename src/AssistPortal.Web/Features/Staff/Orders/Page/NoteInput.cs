namespace AssistPortal.Web.Features.Staff.Orders.Page;

/// <summary>What coordinators tell each other.</summary>
public sealed class NoteInput
{
    public string? Note { get; set; }
}
