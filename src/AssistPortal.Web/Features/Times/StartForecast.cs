namespace AssistPortal.Web.Features.Times;

/// <summary>Who would produce an order at another start.</summary>
/// <param name="Present">What its producer is called.</param>
/// <param name="Stays">Whether that one is free then too.</param>
/// <param name="Free">Who is free: first who would get it, then the others in the order of fairness.</param>
public sealed record StartForecast(string Present, bool Stays, IReadOnlyList<FreeProducer> Free)
{
    /// <summary>Who was chosen instead; null for who would get it.</summary>
    public int? Chosen { get; init; }

    /// <summary>The sessions that stay with the present producer where another one gets the order.</summary>
    public IReadOnlyList<string> Sessions { get; init; } = [];
}

/// <summary>A producer who is free.</summary>
public sealed record FreeProducer(int Id, string Name);
