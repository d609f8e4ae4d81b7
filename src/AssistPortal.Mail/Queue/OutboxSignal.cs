using AssistPortal.Data.Work;

namespace AssistPortal.Mail.Queue;

/// <summary>Says that mails may be due.</summary>
public sealed class OutboxSignal : WorkSignal;
