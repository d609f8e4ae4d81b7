using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Jobs;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Jobs;

/// <summary>How something is to be done to several orders: the fields of the act on one of them.</summary>
public sealed class JobActInput : IMessageToCustomer
{
    /// <summary>Stands for no account.</summary>
    public const string Nobody = "nobody";

    /// <summary>Stands for whichever producer is free.</summary>
    public const string Anybody = "anybody";

    /// <summary>Stands for orders that need attention.</summary>
    public const string Attention = "attention";

    /// <summary>Stands for whatever has been dealt with.</summary>
    public const string Settled = "settled";

    public const string Charge = "charge";
    public const string Waive = "waive";

    /// <summary>Key of an account, or <see cref="Nobody"/>.</summary>
    public string? Owner { get; set; }

    /// <summary>What the customers are written.</summary>
    public string? Message { get; set; }

    /// <summary>
    /// As what the orders are marked: <see cref="Attention"/>, <see cref="Settled"/>, or the name of the matter that
    /// has been dealt with.
    /// </summary>
    public string? Mark { get; set; }

    /// <summary>What the other coordinators are told.</summary>
    public string? Note { get; set; }

    /// <summary>Key of a producer, or <see cref="Anybody"/>.</summary>
    public string? ProducerId { get; set; }

    /// <summary>charge or waive.</summary>
    public string? Fee { get; set; }

    public string? Reason { get; set; }

    public string? MessageToCustomer { get; set; }

    /// <summary>Matters of which coordinators say themselves that they are dealt with.</summary>
    internal static IEnumerable<AttentionReason> Matters =>
        Enum.GetValues<AttentionReason>().Where(OrderAttentions.IsSettledByHand);

    /// <summary>The matter that is named; null for none.</summary>
    internal AttentionReason? Matter => Matters
        .Where(matter => $"{matter}".Equals(Tolerant.Code(Mark), StringComparison.OrdinalIgnoreCase))
        .Select(matter => (AttentionReason?)matter)
        .FirstOrDefault();

    /// <summary>As what the orders are marked; null where the form does not say.</summary>
    internal OrderJobMark? MarkedAs => Tolerant.Code(Mark) switch
    {
        Attention => OrderJobMark.ForAttention,
        Settled => OrderJobMark.Settled,
        _ => Matter is null ? null : OrderJobMark.Settled,
    };

    /// <summary>What the job does; no field of the form.</summary>
    internal OrderJobAct Act { get; set; }
}
