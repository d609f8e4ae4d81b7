using AssistPortal.Web.Features.Orders.Correspondence;

namespace AssistPortal.Web.Features.Staff.Orders.Edit;

/// <summary>What goes with the fields of an order when it is edited.</summary>
public sealed class OrderEditInput : IMessageToCustomer
{
    public string? Version { get; set; }

    /// <summary>The fields as they were when the form was opened: see <see cref="OrderEditForm.Write"/>.</summary>
    public string? Began { get; set; }

    /// <summary>The fee that the page showed, in minor units.</summary>
    public string? FeeMinor { get; set; }

    /// <summary>The producer whom the page showed.</summary>
    public string? ProducerId { get; set; }

    public string? MessageToCustomer { get; set; }
}
