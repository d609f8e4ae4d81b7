using System.Globalization;
using AssistPortal.Assist.Assignments;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>What a coordinator chooses for one live event or session.</summary>
/// <param name="Key">What it is.</param>
/// <param name="Version">Its version as it was shown.</param>
/// <param name="ProducerId">Who takes over; null where it is left.</param>
public sealed record CoverChoice(AssignedKey Key, int Version, int? ProducerId)
{
    public static CoverChoice? Read(string? text)
    {
        var parts = (text ?? "").Split('.');
        if (parts.Length != 4
            || !Guid.TryParseExact(parts[0], "N", out var order)
            || Tolerant.Number(parts[2]) is not { } version)
        {
            return null;
        }

        Guid? session = Guid.TryParseExact(parts[1], "N", out var id) ? id : null;
        return new CoverChoice(new AssignedKey(order, session), version, Tolerant.Number(parts[3]));
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Key.OrderId:N}.{Key.SessionId:N}.{Version}.{ProducerId}");
}
