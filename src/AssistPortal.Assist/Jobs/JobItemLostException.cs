namespace AssistPortal.Assist.Jobs;

/// <summary>
/// Another server has the order by now, or it is done: what this one was about to save must not be saved.
/// </summary>
internal sealed class JobItemLostException() : Exception("Another server has this order of the job.");
