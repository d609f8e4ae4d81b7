using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>Whether the asked language can be had.</summary>
public sealed class LanguageInput : IMessageToCustomer
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

    public string? MessageToCustomer { get; set; }
}
