using AssistPortal.Web.Shared.Paging;

namespace AssistPortal.Web.Features.Staff.Mail;

/// <summary>What the address says of the list of mails; all of it may be missing.</summary>
public sealed class MailListInput
{
    /// <summary>One of <see cref="MailFilter.Choices"/>.</summary>
    public string? State { get; set; }

    /// <summary>A request number, an address or its beginning, or part of a subject.</summary>
    public string? Q { get; set; }

    /// <summary>The list goes on below this mail: see <see cref="MomentKey"/>.</summary>
    public string? Before { get; set; }

    /// <summary>The list ends above this mail.</summary>
    public string? After { get; set; }
}
