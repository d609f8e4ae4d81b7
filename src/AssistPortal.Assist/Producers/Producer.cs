using NodaTime;

namespace AssistPortal.Assist.Producers;

/// <summary>A person who assists events live.</summary>
public sealed class Producer
{
    public const int NameLength = 120;

    public int Id { get; private set; }

    public required string Name { get; set; }

    public required string Email { get; set; }

    public required string Phone { get; set; }

    /// <summary>IANA zone in which the working hours are meant.</summary>
    public required string TimeZone { get; set; }

    /// <summary>The account with which the producer signs in, where there is one.</summary>
    public Guid? UserId { get; set; }

    public bool IsActive { get; set; } = true;

    /// <summary>When the producer last got an order; decides between equals.</summary>
    public Instant? LastAssignedAt { get; set; }

    public List<ProducerLanguage> Languages { get; } = [];

    public List<ProducerQualification> Qualifications { get; } = [];

    public List<WorkingHours> Hours { get; } = [];

    public List<TimeOff> TimeOff { get; } = [];
}

/// <summary>A language in which the producer can assist, as a culture name such as <c>en</c> or <c>zh-Hant</c>.</summary>
public sealed class ProducerLanguage
{
    public int ProducerId { get; init; }

    public required string Language { get; init; }
}

/// <summary>A package for which the producer is qualified.</summary>
public sealed class ProducerQualification
{
    public int ProducerId { get; init; }

    public required int PackageId { get; init; }
}

/// <summary>A weekly interval of work on the wall clock of the producer's zone.</summary>
public sealed class WorkingHours
{
    public int Id { get; private set; }

    public int ProducerId { get; init; }

    public required IsoDayOfWeek Day { get; init; }

    /// <summary>Minutes after that day's midnight, a multiple of 15.</summary>
    public required int StartMinute { get; init; }

    /// <summary>Minutes after that day's midnight, exclusive; more than 1440 where work goes on past midnight.</summary>
    public required int EndMinute { get; init; }
}

/// <summary>A time in which the producer does not work although the weekly hours say so.</summary>
public sealed class TimeOff
{
    public int Id { get; private set; }

    public int ProducerId { get; init; }

    public required Instant Start { get; init; }

    public required Instant End { get; init; }
}
