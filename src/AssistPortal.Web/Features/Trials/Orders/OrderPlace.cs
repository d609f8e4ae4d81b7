using AssistPortal.Web.Shared.Paging;

namespace AssistPortal.Web.Features.Trials.Orders;

/// <summary>A place in the list of purchase orders, as addresses hold it.</summary>
/// <param name="IsOpen">Whether it is in the part of those whose WebEx part is open.</param>
/// <param name="Key">The row there.</param>
public sealed record OrderPlace(bool IsOpen, MomentKey Key)
{
    private const string OpenMark = "open-";

    /// <summary>Null where the text is no place.</summary>
    public static OrderPlace? Read(string? text)
    {
        var isOpen = text?.StartsWith(OpenMark, StringComparison.Ordinal) == true;
        return MomentKey.Read(isOpen ? text![OpenMark.Length..] : text) is { } key ? new OrderPlace(isOpen, key) : null;
    }

    public override string ToString() => IsOpen ? $"{OpenMark}{Key}" : $"{Key}";
}
