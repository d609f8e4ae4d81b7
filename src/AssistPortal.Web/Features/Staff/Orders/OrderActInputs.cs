using System.Globalization;
using AssistPortal.Assist.Producers;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Orders;

/// <summary>Whether the asked language can be had.</summary>
public sealed class LanguageInput
{
    public const string Yes = "yes";
    public const string No = "no";

    public string? Version { get; set; }

    /// <summary>yes or no.</summary>
    public string? Confirmed { get; set; }

    /// <summary>Null where neither is chosen.</summary>
    public bool? IsConfirmed => Tolerant.Code(Confirmed).ToLowerInvariant() switch
    {
        Yes => true,
        No => false,
        _ => null,
    };
}

/// <summary>Who gets the report.</summary>
public sealed class ReportContactInput
{
    public string? Version { get; set; }

    public string? ReportEmail { get; set; }
}

/// <summary>What coordinators tell each other.</summary>
public sealed class NoteInput
{
    public string? Note { get; set; }
}

/// <summary>A matter that has been dealt with.</summary>
public sealed class SettleInput
{
    /// <summary>Name of an <see cref="AssistPortal.Assist.Attention.AttentionReason"/>.</summary>
    public string? Reason { get; set; }
}

/// <summary>Who is to have the order.</summary>
public sealed class AssignInput
{
    public string? Version { get; set; }

    public string? ProducerId { get; set; }

    public string? Reason { get; set; }

    /// <summary>The sessions that go along, each as <see cref="Write"/> writes it.</summary>
    public List<string?> Session { get; } = [];

    /// <summary>Keys of the sessions that were shown, ticked or not.</summary>
    public List<string?> Shown { get; } = [];

    /// <summary>Ticks each session of which nobody took the tick off: who saw it left it ticked, or nobody has seen it yet.</summary>
    public void Tick(IEnumerable<AssignedTime> sessions)
    {
        var ticked = Session.Select(typed => (typed ?? "").Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        var along = sessions.Where(time => ticked.Contains(KeyOf(time)) || !Shown.Contains(KeyOf(time))).Select(Write).ToList();
        Session.Clear();
        Session.AddRange(along);
    }

    public static string KeyOf(AssignedTime time) => $"{time.Key.SessionId:N}";

    public static string Write(AssignedTime time) => string.Create(CultureInfo.InvariantCulture, $"{KeyOf(time)}.{time.Version}");

    public static SeenTime? Read(Guid orderId, string? typed) =>
        (typed ?? "").Split('.') is [var id, var version] && Guid.TryParseExact(id, "N", out var sessionId)
            ? new SeenTime(new AssignedKey(orderId, sessionId), Tolerant.Number(version) ?? -1)
            : null;
}

/// <summary>When the order is to take place instead.</summary>
public sealed class StaffMoveInput : IStartFields
{
    public string? Version { get; set; }

    public string? StartDate { get; set; }

    public string? StartTime { get; set; }

    public string? Fold { get; set; }

    /// <summary>Why it starts sooner than customers may ask for.</summary>
    public string? Reason { get; set; }

    /// <summary>Whether the portal is to change the meeting on the site too: yes, or nothing.</summary>
    public string? Meeting { get; set; }
}

/// <summary>On what terms an order ends.</summary>
public sealed class StaffCancelInput
{
    public const string Charge = "charge";
    public const string Waive = "waive";

    public string? Version { get; set; }

    /// <summary>The fee that was shown, in minor units.</summary>
    public string? FeeMinor { get; set; }

    /// <summary>charge or waive.</summary>
    public string? Fee { get; set; }

    public string? Reason { get; set; }
}

/// <summary>How the event went.</summary>
public sealed class CompleteInput
{
    public string? Version { get; set; }

    public string? Registered { get; set; }

    public string? Attended { get; set; }

    /// <summary>An https address on each line.</summary>
    public string? Recordings { get; set; }
}
