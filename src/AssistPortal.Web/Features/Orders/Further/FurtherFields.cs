using AssistPortal.Assist.Billing;

namespace AssistPortal.Web.Features.Orders.Further;

/// <summary>The fields of further lines: those that are typed, and room for two more.</summary>
/// <param name="Lines">What is typed.</param>
/// <param name="Currency">ISO 4217 code of the order.</param>
public sealed record FurtherFields(IReadOnlyList<FurtherLineInput> Lines, string Currency)
{
    private const int Spare = 2;

    public IReadOnlyList<FurtherLineInput> Rows
    {
        get
        {
            var typed = Lines.TakeWhile((line, place) => Lines.Skip(place).Any(next => next.IsTyped)).ToList();
            var count = Math.Min(FurtherLine.Most, typed.Count + Spare);
            return [.. typed, .. Enumerable.Range(0, count - typed.Count).Select(_ => new FurtherLineInput())];
        }
    }
}
