namespace AssistPortal.Trials.Checking;

/// <summary>What can be wrong with trials.</summary>
internal enum TrialFinding
{
    /// <summary>The end is not the start and the length, with thirty days more for one extension at most.</summary>
    WrongTrialEnd,

    /// <summary>A stored moment is not the first one of its day in the customer's zone.</summary>
    WrongTrialMoment,

    /// <summary>When the clock has to look at it next is not when the next thing is due.</summary>
    WrongNextDue,

    /// <summary>Something was done before its time, or an act came too late.</summary>
    TrialStepAtWrongTime,

    /// <summary>Something was done before what has to come first.</summary>
    TrialStepsOutOfOrder,

    /// <summary>It was converted, and its organisation has gone all the same.</summary>
    TrialPaidAndEnded,

    /// <summary>It was converted without an order, or ordered without a conversion.</summary>
    PaidWithoutOrder,

    /// <summary>An end has no tombstone, or a tombstone no end.</summary>
    EndWithoutTombstone,

    /// <summary>Of an ended trial something is left that was to be erased: its services would go on.</summary>
    EndedTrialLives,

    /// <summary>Phone numbers are kept after they were released.</summary>
    NumbersNotReleased,

    /// <summary>An organisation has two trials that are neither ended nor paid.</summary>
    TwoLiveTrials,

    /// <summary>Somebody is to be told the same of the same end twice.</summary>
    NoticeTwice,

    /// <summary>A notice was made before what it tells of.</summary>
    NoticeTooEarly,

    /// <summary>A notice waits that an extension or a conversion has overtaken.</summary>
    NoticeOvertaken,

    /// <summary>The mails are not those of the sent notices: one each.</summary>
    NoticeNotMailedOnce,

    /// <summary>A device is of another trial than its shipment.</summary>
    DeviceOfOtherTrial,

    /// <summary>A device is where its shipment is not.</summary>
    DeviceApartFromShipment,

    /// <summary>A device is out at two places at once.</summary>
    DeviceLentTwice,

    /// <summary>What keeps a device from being out twice is not that of its state and serial number.</summary>
    WrongDeviceKey,

    /// <summary>A device and its return don't tell the same of where it is.</summary>
    WrongDeviceReturn,

    /// <summary>A device was kept where that is not offered.</summary>
    DeviceKeptAbroad,
}
