namespace AssistPortal.Web.Features.Staff.Trials.Clock;

/// <summary>Words around running the clock by hand.</summary>
public sealed class ClockTexts;
