using NodaTime;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>A note of a talk.</summary>
public sealed record TrialTalk(string Text, Instant At, string Author);
