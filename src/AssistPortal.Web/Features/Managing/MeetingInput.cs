using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Managing;

/// <summary>The questions about the meeting on the site, as answered. The names are a public contract.</summary>
public sealed class MeetingInput
{
    public const string None = "none";

    /// <summary>Whether the schedule has been changed on the site: yes, no, or none where there is none.</summary>
    public string? ScheduleUpdated { get; set; }

    /// <summary>Whether to change it now, where it has not been: yes or no.</summary>
    public string? UpdateNow { get; set; }

    /// <summary>The new start that the page showed.</summary>
    public string? Start { get; set; }

    /// <summary>Which share of the fee cancelling costs, as the page showed it.</summary>
    public string? CancellationPercent { get; set; }

    /// <summary>Whether nothing is to be done on the site: it is done, or nothing is scheduled there.</summary>
    public bool? IsUpdated => IsNone ? true : YesOrNo(ScheduleUpdated);

    public bool IsNone => Tolerant.Code(ScheduleUpdated).Equals(None, StringComparison.OrdinalIgnoreCase);

    public bool? IsForNow => YesOrNo(UpdateNow);

    private static bool? YesOrNo(string? answer) => Tolerant.Code(answer).ToLowerInvariant() switch
    {
        "yes" => true,
        "no" => false,
        _ => null,
    };
}
