using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Orders.Page;

/// <summary>What coordinators tell each other.</summary>
public sealed class NoteInput
{
    public string? Note { get; set; }

    /// <summary>Ticked where the order needs attention for it.</summary>
    public string? Mark { get; set; }

    internal bool IsMarked => Tolerant.Code(Mark) == CheckTagHelper.Ticked;
}
