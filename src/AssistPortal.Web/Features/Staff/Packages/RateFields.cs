using AssistPortal.Assist.Packages;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>The fields of rates, in a card or a contract.</summary>
/// <param name="Input">What was typed.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="IsContract">Whether they replace standard rates.</param>
/// <param name="Standard">The standard rates beside which a contract stands.</param>
public sealed record RateFields(RatesInput Input, string Currency, bool IsContract, RateCard? Standard);
