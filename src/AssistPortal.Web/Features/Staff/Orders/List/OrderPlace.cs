namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>A place in a list of orders, as addresses hold it.</summary>
/// <param name="Value">The sorted column there.</param>
/// <param name="Id">The order there.</param>
public sealed record OrderPlace(string Value, Guid Id)
{
    private const int IdLength = 32;

    /// <summary>Null where the text is no place.</summary>
    public static OrderPlace? Read(string? text) =>
        text is { Length: > IdLength }
            && text[^(IdLength + 1)] == '-'
            && Guid.TryParseExact(text[^IdLength..], "N", out var id)
            ? new OrderPlace(text[..^(IdLength + 1)], id)
            : null;

    public override string ToString() => $"{Value}-{Id:N}";
}
