namespace AssistPortal.Assist.Sessions;

/// <summary>A session that has got its time together with others of its order.</summary>
/// <param name="Session">As it is now.</param>
/// <param name="Former">When it was, and who held it; null for a new one.</param>
internal sealed record SessionChange(OrderSession Session, SessionTime? Former);
