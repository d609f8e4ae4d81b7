using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Managing;

/// <summary>The questions about the meeting on the site, as answered. The names are a public contract.</summary>
public sealed class MeetingInput
{
    /// <summary>Whether the schedule has been changed on the site: yes or no.</summary>
    public string? ScheduleUpdated { get; set; }

    /// <summary>Whether to change it now, where it has not been: yes or no.</summary>
    public string? UpdateNow { get; set; }

    /// <summary>The new start that the page showed.</summary>
    public string? Start { get; set; }

    /// <summary>Which share of the fee cancelling costs, as the page showed it.</summary>
    public string? CancellationPercent { get; set; }

    public bool? IsUpdated => YesOrNo(ScheduleUpdated);

    public bool? IsForNow => YesOrNo(UpdateNow);

    private static bool? YesOrNo(string? answer) => Tolerant.Code(answer).ToLowerInvariant() switch
    {
        "yes" => true,
        "no" => false,
        _ => null,
    };
}
