using System.Globalization;
using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Staffing;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>Who is to have the order.</summary>
public sealed class AssignInput : IMessageToCustomer
{
    public string? Version { get; set; }

    public string? ProducerId { get; set; }

    public string? Reason { get; set; }

    public string? MessageToCustomer { get; set; }

    /// <summary>The sessions that go along, each as <see cref="Write"/> writes it.</summary>
    public List<string?> Session { get; } = [];

    /// <summary>Keys of the sessions that were shown, ticked or not.</summary>
    public List<string?> Shown { get; } = [];

    /// <summary>
    /// Ticks each session of which nobody took the tick off: who saw it left it ticked, or nobody has seen it yet.
    /// </summary>
    public void Tick(IEnumerable<AssignedTime> sessions)
    {
        var ticked = Session.Select(typed => (typed ?? "").Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        var along = sessions
            .Where(time => ticked.Contains(KeyOf(time)) || !Shown.Contains(KeyOf(time)))
            .Select(Write)
            .ToList();
        Session.Clear();
        Session.AddRange(along);
    }

    public static string KeyOf(AssignedTime time) => $"{time.Key.SessionId:N}";

    public static string Write(AssignedTime time) =>
        string.Create(CultureInfo.InvariantCulture, $"{KeyOf(time)}.{time.Version}");

    public static SeenTime? Read(Guid orderId, string? typed) =>
        (typed ?? "").Split('.') is [var id, var version] && Guid.TryParseExact(id, "N", out var sessionId)
            ? new SeenTime(new AssignedKey(orderId, sessionId), Tolerant.Number(version) ?? -1)
            : null;
}
