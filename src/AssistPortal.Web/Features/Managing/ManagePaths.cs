using AssistPortal.Assist.Orders;

namespace AssistPortal.Web.Features.Managing;

/// <summary>Addresses of updating and cancelling: a public contract.</summary>
public static class ManagePaths
{
    public const string Start = "assist/manage";
    public const string Order = Start + "/{number}";
    public const string Links = Start + "/links";

    /// <summary>A page of one order, such as <c>availability</c> or <c>cancel</c>.</summary>
    public static string Of(RequestNumber number, string page) => $"/{Start}/{number}/{page}";
}
