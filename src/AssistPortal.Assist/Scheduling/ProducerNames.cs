namespace AssistPortal.Assist.Scheduling;

/// <summary>The names of all producers, those who are not active any more too.</summary>
/// <param name="Sorted">In the order in which people look for them.</param>
public sealed record ProducerNames(IReadOnlyList<(int Id, string Name)> Sorted)
{
    private readonly Dictionary<int, string> byId = Sorted.ToDictionary(item => item.Id, item => item.Name);

    /// <summary>Null where there is no such producer.</summary>
    public string? Find(int id) => byId.GetValueOrDefault(id);
}
