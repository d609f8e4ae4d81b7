using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;

namespace AssistPortal.Web.Features.Managing;

/// <summary>Addresses of updating and cancelling: a public contract.</summary>
public static class ManagePaths
{
    public const string Start = "assist/manage";
    public const string Order = Start + "/{number}";
    public const string Links = Start + "/links";

    /// <summary>What is written to the coordinators about an order.</summary>
    public const string Messages = "messages";

    /// <summary>The invoices of an order, each by its number.</summary>
    public const string Invoices = "invoices";

    /// <summary>The page of an order that a mailed link leads to; the order's own where it names none.</summary>
    public static string Page(string? named)
    {
        var parts = (named ?? "").Split('/');
        return parts switch
        {
            [Messages] => Messages,
            [Invoices, var typed] when InvoiceNumber.Read(typed) is { } number => $"{Invoices}/{number}",
            _ => "availability",
        };
    }

    /// <summary>A page of one order, such as <c>availability</c> or <c>cancel</c>.</summary>
    public static string Of(RequestNumber number, string page) => $"/{Start}/{number}/{page}";
}
