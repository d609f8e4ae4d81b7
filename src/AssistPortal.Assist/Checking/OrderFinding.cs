namespace AssistPortal.Assist.Checking;

/// <summary>What can be wrong with orders and reservations.</summary>
internal enum OrderFinding
{
    /// <summary>Two live reservations of one producer share time; lead and trail are part of them.</summary>
    Overlap,

    /// <summary>A reservation's slots are not exactly the quarter-hours from its start to its end.</summary>
    WrongSlots,

    /// <summary>A slot belongs to no reservation of its producer.</summary>
    SlotWithoutReservation,

    /// <summary>The numbers of the quarter-hours, by which the search reads, differ from start and end.</summary>
    WrongQuarters,

    /// <summary>A reservation is neither a draft's hold that runs out nor an order's for good, or it is both.</summary>
    WrongOwner,

    /// <summary>An order has a reservation that no order of that producer knows.</summary>
    ReservationWithoutOrder,

    /// <summary>A confirmed order has no reservation.</summary>
    OrderWithoutReservation,

    /// <summary>A confirmed order has more than one reservation.</summary>
    OrderReservedTwice,

    /// <summary>A confirmed order's reservation is not its event with its package's lead and trail.</summary>
    WrongTime,

    /// <summary>A cancelled order still keeps a producer from other work.</summary>
    CancelledOrderReserves,

    /// <summary>A placed order's draft could be submitted once more.</summary>
    DraftOfPlacedOrder,

    OrderWithoutMail,

    /// <summary>A placed order is told of more than once.</summary>
    OrderMailedTwice,

    /// <summary>There are more mails about placed orders than belong to orders.</summary>
    MailWithoutOrder,

    /// <summary>An offer to somebody who waited is not told of, or more than once.</summary>
    OfferNotMailedOnce,

    /// <summary>What is offered is not held, or more than once; or something is held without an offer.</summary>
    OfferNotHeldOnce,
}
