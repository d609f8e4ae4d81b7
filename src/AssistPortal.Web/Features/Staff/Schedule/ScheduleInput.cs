using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Schedule;

/// <summary>What the address says of the schedule; all of it may be missing.</summary>
public sealed class ScheduleInput
{
    public const string Day = "day";
    public const string Week = "week";

    public string? View { get; set; }

    public string? Date { get; set; }

    /// <summary>IANA zone; the coordinator's own where it is missing.</summary>
    public string? Zone { get; set; }

    /// <summary>Part of a producer's name.</summary>
    public string? Q { get; set; }

    /// <summary>Code of a package for which the producers are qualified.</summary>
    public string? Package { get; set; }

    public string? Page { get; set; }

    /// <summary>Request number of an order that is to be moved or given to somebody else.</summary>
    public string? Order { get; set; }

    /// <summary>Which of its sessions is meant; the live event where it is missing.</summary>
    public string? Session { get; set; }

    public bool IsWeek => Tolerant.Code(View).Equals(Week, StringComparison.OrdinalIgnoreCase);
}
