using AssistPortal.Assist.Jobs;
using AssistPortal.Web.Features.Orders.Correspondence;

namespace AssistPortal.Web.Features.Staff.Jobs;

/// <summary>How something is to be done to several orders: the fields of the act on one of them.</summary>
public sealed class JobActInput : IMessageToCustomer
{
    /// <summary>Stands for no account.</summary>
    public const string Nobody = "nobody";

    /// <summary>Stands for whichever producer is free.</summary>
    public const string Anybody = "anybody";

    public const string Charge = "charge";
    public const string Waive = "waive";

    /// <summary>Key of an account, or <see cref="Nobody"/>.</summary>
    public string? Owner { get; set; }

    /// <summary>What the customers are written.</summary>
    public string? Message { get; set; }

    /// <summary>Key of a producer, or <see cref="Anybody"/>.</summary>
    public string? ProducerId { get; set; }

    /// <summary>charge or waive.</summary>
    public string? Fee { get; set; }

    public string? Reason { get; set; }

    public string? MessageToCustomer { get; set; }

    /// <summary>What the job does; no field of the form.</summary>
    internal OrderJobAct Act { get; set; }
}
