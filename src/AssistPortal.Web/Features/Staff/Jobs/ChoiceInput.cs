using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Jobs;

/// <summary>Which orders of the list are chosen, and for what.</summary>
public sealed class ChoiceInput
{
    /// <summary>Name of an act.</summary>
    public string? Act { get; set; }

    /// <summary>Request numbers of the rows that are ticked.</summary>
    public List<string?> Order { get; } = [];

    /// <summary>Request numbers of all rows of the page, ticked or not.</summary>
    public List<string?> Shown { get; } = [];

    /// <summary>Ticked for all rows of the page.</summary>
    public string? Page { get; set; }

    /// <summary>Ticked for all orders of the filter.</summary>
    public string? View { get; set; }

    public bool IsWholePage => Tolerant.Code(Page) == CheckTagHelper.Ticked;

    public bool IsWholeView => Tolerant.Code(View) == CheckTagHelper.Ticked;
}
