using AssistPortal.Data.Work;

namespace AssistPortal.Assist.Jobs;

/// <summary>Says that orders of a job are to be done.</summary>
internal sealed class JobSignal : WorkSignal;
